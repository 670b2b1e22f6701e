/** `npm run build` */
import { buildPages } from './build.ts';
import { complain } from './screen.ts';

await buildPages().catch((error: Error) => {
  complain(error.message);
  process.exit(1);
});
