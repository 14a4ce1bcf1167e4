import { startFace } from '../start-face.tsx';
import { OfficeFrame } from './office-frame.tsx';
import { officeRouter } from './office-router.ts';

void startFace({ face: 'office', router: officeRouter, wrap: (page) => <OfficeFrame>{page}</OfficeFrame> });
