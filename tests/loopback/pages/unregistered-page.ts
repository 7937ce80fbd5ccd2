import { statuspageFormat } from '@/tests/loopback/statuspage-documents';
import type { LoopbackPage } from './loopback-page';

/** The page of an unregistered assistant, for trying `npm run new:assistant`. */
export const unregisteredPage: LoopbackPage = {
  host: 'status.lumen.example',
  formerHosts: [],
  id: 'v8k2mz5r1xqw',
  name: 'Lumen',
  home: '/',
  groups: [],
  history: { componentMoments: [], incidents: [] },
  format: statuspageFormat,
  components: [
    { id: 'h3t9wq6n2bzk', name: 'Lumen Chat', createdOn: '2026-02-03' },
    { id: 'c7m4xv1p8dlr', name: 'Lumen API', createdOn: '2026-02-03' },
    { id: 'y5j2kf9s6gtn', name: 'Billing', createdOn: '2026-05-19' },
  ],
};
