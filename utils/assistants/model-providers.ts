import type { Dependency } from '@/utils/model/assistant';

/** Dependencies of assistants that use other providers' models: the API components of those providers. */
export const MODEL_PROVIDERS: readonly Dependency[] = [
  { assistantId: 'claude', partIds: ['k8w3r06qmzrp'] },
  { assistantId: 'chatgpt', partIds: ['01JMXBRMFE6N2NNT7DG6XZQ6PW', '01JP8CD9JR3HR6Y7G4Q75N4DVW'] },
];
