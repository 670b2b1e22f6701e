import { Link, type LinkProps } from '@remix-run/react';
import type { ButtonHTMLAttributes } from 'react';

type Kind = 'primary' | 'plain' | 'danger';

/** At most one primary button stands on a screen. */
export function Button({
  kind = 'plain',
  className,
  ...rest
}: ButtonHTMLAttributes<HTMLButtonElement> & { kind?: Kind }) {
  return <button type="submit" {...rest} className={classOf(kind, className)} />;
}

export function LinkButton({ kind = 'plain', className, ...rest }: LinkProps & { kind?: Kind }) {
  return <Link {...rest} className={classOf(kind, className)} />;
}

const classOf = (kind: Kind, more?: string) =>
  ['button', kind === 'plain' ? '' : `button-${kind}`, more].filter(Boolean).join(' ');
