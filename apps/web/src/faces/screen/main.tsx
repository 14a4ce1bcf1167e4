import { startFace } from '../start-face.tsx';
import { screenRouter } from './screen-router.ts';

void startFace({ face: 'screen', router: screenRouter });
