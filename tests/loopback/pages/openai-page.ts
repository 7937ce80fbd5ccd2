import { incidentioFormat } from '@/tests/loopback/incidentio-documents';
import type { LoopbackPage } from './loopback-page';
import { openaiHistory } from './openai-history';

/**
 * Has more components than its summary lists, with the chat's own last: while all is operational, `summary.json` omits
 * Conversations, as observed on the real page. Only `components.json` always lists it.
 */
export const openaiPage: LoopbackPage = {
  host: 'status.openai.com',
  formerHosts: [],
  id: '01JMDK9XYNY6RXSED6SDWW50WY',
  name: 'OpenAI',
  home: '/',
  groups: [],
  history: openaiHistory,
  format: incidentioFormat,
  components: [
    { id: '01JMXBRMFE4MAP2BHSJNZ787WX', name: 'Images', createdOn: '2025-02-25' },
    { id: '01JMXBRMFEQW613TFE89F45035', name: 'Realtime', createdOn: '2025-02-25' },
    { id: '01JNKS9D9S72PMP1938PVFFQN4', name: 'Compliance API', createdOn: '2025-03-05' },
    { id: '01KVR95C58GGWHV7RYBT32NP11', name: 'Ads API', createdOn: '2026-06-22' },
    { id: '01JMXBRMFE5ESNNV8JDHVCGSRD', name: 'Batch', createdOn: '2025-02-25' },
    { id: '01JMXBRMFE6N2NNT7DG6XZQ6PW', name: 'Chat Completions', createdOn: '2025-02-25' },
    { id: '01JMXBRMFEMZK0HPK19RYET250', name: 'Fine-tuning', createdOn: '2025-02-25' },
    { id: '01JMXBRMFEV0AJ0VVS68N9CD6R', name: 'Embeddings', createdOn: '2025-02-25' },
    { id: '01JP8CD9JR3HR6Y7G4Q75N4DVW', name: 'Responses', createdOn: '2025-03-13' },
    { id: '01JMXBRMFEKVBWKK82B44QFMCE', name: 'Audio', createdOn: '2025-02-25' },
    { id: '01JMXBRMFEVZ7E0X9GD9FWR9WX', name: 'Moderations', createdOn: '2025-02-25' },
    { id: '01JMXBRMFESJCBGJR10PDD3WCQ', name: 'Files', createdOn: '2025-02-25' },
    { id: '01JSM5RTJWHRWDTS6Q604VEW3B', name: 'Login', createdOn: '2025-04-24' },
    { id: '01KKAD7C71MCCH3FTREMJH4AAS', name: 'FedRAMP', createdOn: '2026-03-09' },
    { id: '01JVCV8YSWZFRSM1G5CVP253SK', name: 'Codex Web', createdOn: '2025-05-16' },
    { id: '01KMP3KP5MGE23B80K1EK4S8PV', name: 'Codex API', createdOn: '2026-03-26' },
    { id: '01KMKFAMWKNQ84Z1766MV08ZDE', name: 'CLI', createdOn: '2026-03-25' },
    { id: '01KMP3KP5M8X0EBTVW6KN327EE', name: 'VS Code extension', createdOn: '2026-03-26' },
    { id: '01KMKFAMWKQ81YWSE1Z18R6VHR', name: 'Codex in ChatGPT Desktop', createdOn: '2026-03-25' },
    { id: '01K9G527YRPY1EFRMHTKB5BKT5', name: 'Sora', createdOn: '2025-11-07' },
    { id: '01KX45G1SHQQ9DTAX9S4W7FV8G', name: 'Sites', createdOn: '2026-07-09' },
    { id: '01KX45G1SH21AX5DT93D4HMF0P', name: 'ChatGPT Work', createdOn: '2026-07-09' },
    { id: '01K8C008QVXHA6JX98PAS42VPD', name: 'ChatGPT Atlas', createdOn: '2025-10-24' },
    { id: '01JSFK5QX36ZRW0TW0ZV0ZYFXQ', name: 'GPTs', createdOn: '2025-04-22' },
    { id: '01JSG1XMJ9RVJJQ0E85NVSJ2AZ', name: 'Agent', createdOn: '2025-04-23' },
    { id: '01JSYVYQSWMJ9QG35XHP08BHA7', name: 'Deep Research', createdOn: '2025-04-28' },
    { id: '01K6TVGGGDCP0PPGCHXAG3AQX8', name: 'Connectors/Apps', createdOn: '2025-10-05' },
    { id: '01JQ7EKW990MSPSWVXC7VPV2ZJ', name: 'Image Generation', createdOn: '2025-03-25' },
    { id: '01JMXBNJXGGT5SR5DB9J7GYY48', name: 'Voice mode', createdOn: '2025-02-25' },
    { id: '01JMXBNJXG1YMQPPCPCQX3MPA2', name: 'File uploads', createdOn: '2025-02-25' },
    { id: '01JMXBNJXGKKP51D4DEJ2HZJ8Q', name: 'Search', createdOn: '2025-02-25' },
    { id: '01JMXBNJXG1S2D9V65P1ZZTD94', name: 'Login', createdOn: '2025-02-25' },
    { id: '01JMXBNJXGV1T5GT2M9XA83XNG', name: 'Conversations', createdOn: '2025-02-25' },
  ],
};
