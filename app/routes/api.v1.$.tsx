import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node';
import { answer } from '#app/api/answer.server.ts';

export const loader = ({ request, context }: LoaderFunctionArgs) => answer(request, context);
export const action = ({ request, context }: ActionFunctionArgs) => answer(request, context);
