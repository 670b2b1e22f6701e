import { redirect, type ActionFunctionArgs } from '@remix-run/node';
import { signOut } from '#app/access/position.server.ts';

export const loader = () => redirect('/');
export const action = ({ request, context }: ActionFunctionArgs) => signOut(request, context);
