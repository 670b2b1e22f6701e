import { Link, useLocation, useNavigate } from '@remix-run/react';
import { useEffect, useId, useRef, type ReactNode } from 'react';
import { useT } from '#app/components/words.tsx';

export type SheetProps = { title: string; children: ReactNode; actions?: ReactNode };

/**
 * A sheet over the page, 480 px from the right or 60% from below in portrait, while `?sheet=` is in the URL. Without
 * scripts it is an open dialog with a link that closes it; with them it is modal, holds the focus, and Escape closes it.
 */
export function Sheet({ title, children, actions }: SheetProps) {
  const t = useT();
  const id = useId();
  const closeHref = useClosedHref();
  const close = useClose(closeHref);
  const ref = useModal();
  return (
    <dialog
      ref={ref}
      open
      className="sheet"
      aria-labelledby={id}
      onCancel={(event) => {
        event.preventDefault();
        close();
      }}
      onClick={(event) => {
        if (event.target === event.currentTarget) close();
      }}
    >
      <div className="sheet-head">
        <h2 id={id} className="lines-2">
          {title}
        </h2>
        <Link
          className="bar-button"
          to={closeHref}
          preventScrollReset
          aria-label={t('sheet.close')}
          onClick={(event) => {
            event.preventDefault();
            close();
          }}
        >
          {t('nav.close')}
        </Link>
      </div>
      <div className="sheet-body">
        {children}
        {actions && <div className="side-by-side">{actions}</div>}
      </div>
    </dialog>
  );
}

/** The four questions that the sheet of every number answers, in this order. */
export function SheetSection({ kind, children }: { kind: 'what' | 'how' | 'parts' | 'source'; children: ReactNode }) {
  const t = useT();
  return (
    <section className="sheet-section stack-tight">
      <h3>{t(`sheet.${kind}`)}</h3>
      {children}
    </section>
  );
}

function useClosedHref(): string {
  const { pathname, search } = useLocation();
  const params = new URLSearchParams(search);
  for (const key of ['sheet', 'q']) params.delete(key);
  const query = params.toString();
  return query ? `${pathname}?${query}` : pathname;
}

/** A sheet opened on this page closes by going back, so that Back does not open it again; a shared link just leaves it. */
function useClose(closeHref: string): () => void {
  const navigate = useNavigate();
  const { state } = useLocation();
  const wasOpenedHere = Boolean((state as { sheetOpened?: boolean } | null)?.sheetOpened);
  return () => (wasOpenedHere ? navigate(-1) : navigate(closeHref, { preventScrollReset: true, replace: true }));
}

function useModal() {
  const ref = useRef<HTMLDialogElement>(null);
  useEffect(() => {
    const dialog = ref.current;
    if (!dialog?.showModal) return;
    dialog.close();
    dialog.showModal();
    return () => dialog.close();
  }, []);
  return ref;
}
