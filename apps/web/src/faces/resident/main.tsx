import { startFace } from '../start-face.tsx';
import { residentRouter } from './resident-router.ts';

void startFace({ face: 'resident', router: residentRouter });
