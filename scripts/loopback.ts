import { findScenario } from '@/tests/loopback/scenarios/find-scenario';
import { startLoopback } from '@/tests/loopback/start-loopback';

// `npm run -s loopback [-- <scenario>]` serves the mock network on a local port until it is stopped, for work without a
// network and for reproducible answers: `npm run -s read -- <address> --stand-in <port>`.

const [name = 'healthy'] = process.argv.slice(2);
const loopback = await startLoopback({ scenario: findScenario(name) });
console.log(`The loopback network: ${loopback.scenario.title}. Port ${loopback.port}; Ctrl+C stops it.`);
console.log(`The status page of an unregistered assistant: https://status.lumen.example`);
