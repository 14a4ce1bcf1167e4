import { DeviceProvider } from '../../features/device/device-context.tsx';
import { openDeviceDatabase } from '../../features/device/device-database.ts';
import { startFace } from '../start-face.tsx';
import { fieldRouter } from './field-router.ts';

const database = openDeviceDatabase();

void startFace({
  face: 'field',
  router: fieldRouter,
  wrap: (page) => <DeviceProvider database={database}>{page}</DeviceProvider>,
});
