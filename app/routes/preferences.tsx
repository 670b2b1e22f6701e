import { redirect, type ActionFunctionArgs } from '@remix-run/node';
import { PREFERENCE_COOKIES, preferenceCookie, toLocalPath } from '#app/preferences/preferences.ts';

export const loader = () => redirect('/');

export async function action({ request }: ActionFunctionArgs) {
  const form = await request.formData();
  const isSecure = new URL(request.url).protocol === 'https:';
  const headers = new Headers();
  for (const name of PREFERENCE_COOKIES) {
    const cookie = preferenceCookie(name, String(form.get(name) ?? ''), isSecure);
    if (cookie) headers.append('Set-Cookie', cookie);
  }
  return redirect(toLocalPath(String(form.get('returnTo') ?? '')), { headers });
}
