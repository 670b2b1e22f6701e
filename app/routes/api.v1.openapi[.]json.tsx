import { json } from '@remix-run/node';
import { describeApi } from '#app/api/openapi.server.ts';

export const loader = () => json(describeApi());
