import { findScenario } from '@/tests/world/scenarios/find-scenario';
import { startWorld } from '@/tests/world/start-world';

// `npm run -s world [-- <scenario>]`: the little internet stands on a port of this machine until it is ended, for
// whoever has no network or wants to ask something that stays the same: `npm run -s read -- <address> --stand-in <port>`.

const [name = 'healthy'] = process.argv.slice(2);
const world = await startWorld({ scenario: findScenario(name) });
console.log(`The little internet: ${world.scenario.title}. Port ${world.port}; Ctrl+C ends it.`);
console.log(`An assistant that nobody has added yet has its page there: https://status.lumen.example`);
