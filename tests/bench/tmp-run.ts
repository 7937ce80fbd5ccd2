import { measureMinutes } from './parts/history';
console.log(JSON.stringify(await measureMinutes(), null, 1));
