import { act } from '@testing-library/react';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { openLive, type LiveMessage } from '#app/live/live-client.ts';
import { LiveUpdates } from '#app/live/live-updates.tsx';
import { renderPage, screen } from '../components/render.tsx';

class FakeSource extends EventTarget {
  static readonly CLOSED = 2;
  static made: FakeSource[] = [];
  readyState = 1;
  constructor(readonly url: string) {
    super();
    FakeSource.made.push(this);
  }
  close(): void {
    this.readyState = FakeSource.CLOSED;
  }
  tell(name: string, data = ''): void {
    this.dispatchEvent(new MessageEvent(name, { data }));
  }
}

beforeEach(() => {
  FakeSource.made = [];
  vi.useFakeTimers();
  vi.stubGlobal('EventSource', FakeSource);
  vi.stubGlobal('BroadcastChannel', undefined);
});
afterEach(() => {
  vi.unstubAllGlobals();
  vi.useRealTimers();
});

describe('hearing the stream', () => {
  it('asks for what came after the page, and passes on ids and beats', () => {
    const heard: LiveMessage[] = [];
    const close = openLive(
      () => 41,
      (message) => void heard.push(message),
    );
    const [source] = FakeSource.made;
    expect(source!.url).toBe('/live?after=41');
    source!.tell('open');
    source!.tell('publication', '42');
    source!.tell('run', '7');
    source!.tell('beat', '2026-11-20T02:00:00Z');
    expect(heard).toEqual([
      { name: 'publication', id: 42 },
      { name: 'run', id: 7 },
      { name: 'beat', at: '2026-11-20T02:00:00Z' },
    ]);
    close();
    expect(source!.readyState).toBe(FakeSource.CLOSED);
  });

  it('says that it hears again after a pause, and tries anew where the server refused', () => {
    const heard: LiveMessage[] = [];
    const close = openLive(
      () => 1,
      (message) => void heard.push(message),
    );
    FakeSource.made[0]!.tell('error');
    FakeSource.made[0]!.tell('open');
    expect(heard).toEqual([{ name: 'again' }]);
    FakeSource.made[0]!.readyState = FakeSource.CLOSED;
    FakeSource.made[0]!.tell('error');
    vi.advanceTimersByTime(4_000);
    expect(FakeSource.made).toHaveLength(2);
    close();
  });
});

describe('a page that hears nothing any more', () => {
  it('says so within ten seconds, with the time of the last sign of life, and stops saying so', () => {
    renderPage(<LiveUpdates publicationId={1} />);
    const [source] = FakeSource.made;
    act(() => source!.tell('beat', '2026-11-20T02:00:00Z'));
    act(() => vi.advanceTimersByTime(7_000));
    expect(screen.getByRole('status').textContent).toBe('');
    act(() => vi.advanceTimersByTime(3_000));
    expect(screen.getByRole('status').textContent).toContain('ขาดการเชื่อมต่อตั้งแต่ 09:00');
    act(() => source!.tell('beat', '2026-11-20T02:00:12Z'));
    act(() => vi.advanceTimersByTime(1_000));
    expect(screen.getByRole('status').textContent).toBe('');
  });
});

describe('something new while a page is on its way', () => {
  it('lets the page come first, and then reads it anew', async () => {
    const requests: { address: string; signal: AbortSignal; arrive(): void }[] = [];
    const { router } = renderPage(<LiveUpdates publicationId={1} />, {
      loader: ({ request }) =>
        new Promise((resolve) => {
          requests.push({ address: request.url, signal: request.signal, arrive: () => resolve(null) });
        }),
    });
    act(() => void router.navigate('/strategic?fy=2569'));
    act(() => FakeSource.made[0]!.tell('publication', '2'));
    act(() => vi.advanceTimersByTime(2_000));
    expect(requests).toHaveLength(1);
    await act(async () => requests[0]!.arrive());
    expect(requests[0]!.signal.aborted).toBe(false);
    expect(requests.map(({ address }) => new URL(address).search)).toEqual(['?fy=2569', '?fy=2569']);
    await act(async () => requests[1]!.arrive());
    expect(screen.getByRole('status').textContent).not.toBe('');
  });
});

describe('a run that moves and news of a publication at nearly the same time', () => {
  it.each([
    ['the run first', ['run', 'publication']],
    ['the publication first', ['publication', 'run']],
  ])('says that there is something new: %s', async (_, names) => {
    const load = vi.fn(() => null);
    renderPage(<LiveUpdates publicationId={1} />, { handle: { live: 'runs' }, loader: load });
    act(() => FakeSource.made[0]!.tell('beat', '2026-11-20T02:00:00Z'));
    for (const name of names) act(() => FakeSource.made[0]!.tell(name, '2'));
    await act(() => vi.advanceTimersByTimeAsync(2_000));
    expect(load).toHaveBeenCalledOnce();
    expect(screen.getByRole('status').textContent).not.toBe('');
  });
});
