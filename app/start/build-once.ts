/** `npm run build` */
import { buildPages } from './build.ts';

await buildPages();
