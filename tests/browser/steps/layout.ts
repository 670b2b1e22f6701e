import type { Page } from '@playwright/test';

export type LayoutFaults = {
  scroll: string[];
  type: string[];
  clipped: string[];
  overlapping: string[];
  targets: string[];
  apart: string[];
  colours: string[];
};

/** What stands on the screen as it is now, measured in the browser against the rules of type, colour, space and touch. */
export function judgeLayout(page: Page): Promise<LayoutFaults> {
  return page.evaluate(() => {
    const round = Math.round;
    const name = (element: Element) => `${element.tagName.toLowerCase()}.${element.getAttribute('class') ?? ''}`;
    const told = (element: Element, more = '') =>
      `${name(element)} “${(element.textContent ?? '').trim().slice(0, 30)}” ${more}`.trim();
    const isHidden = (element: Element) =>
      element.closest('.hidden-text, .skip-link, .live-note, dialog:not([open])') !== null ||
      !element.checkVisibility({ visibilityProperty: true, opacityProperty: true });

    const intersect = (one: DOMRect, other: DOMRect) => {
      const left = Math.max(one.left, other.left);
      const top = Math.max(one.top, other.top);
      return new DOMRect(
        left,
        top,
        Math.max(0, Math.min(one.right, other.right) - left),
        Math.max(0, Math.min(one.bottom, other.bottom) - top),
      );
    };

    // Rows that a panel has no room for are left out whole.
    const isInside = (rect: DOMRect, element: Element) => {
      for (let box = element.parentElement; box && box !== document.body; box = box.parentElement) {
        if (getComputedStyle(box).overflow === 'visible' || box instanceof SVGElement) continue;
        const seen = intersect(rect, box.getBoundingClientRect());
        if (seen.width < 3 || seen.height < 7) return false;
      }
      return true;
    };

    const texts: { element: Element; rects: DOMRect[]; text: string }[] = [];
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      const element = node.parentElement!;
      if (!node.nodeValue?.trim() || /^(script|style|option|title)$/i.test(element.tagName) || isHidden(element))
        continue;
      const range = document.createRange();
      range.selectNodeContents(node);
      // What a line that ends in "…" leaves out takes no room.
      const line = element.closest('.lines-1, .lines-2')?.getBoundingClientRect();
      const rects = [...range.getClientRects()]
        .map((rect) => (line ? intersect(rect, line) : rect))
        .filter((rect) => rect.width > 1 && rect.height > 1 && isInside(rect, element));
      if (rects.length > 0) texts.push({ element, rects, text: node.nodeValue.trim() });
    }

    const sizes = new Set<number>();
    const type: string[] = [];
    for (const { element } of texts) {
      const scale = element instanceof SVGGraphicsElement ? (element.getScreenCTM()?.a ?? 1) : 1;
      const size = round(parseFloat(getComputedStyle(element).fontSize) * scale * 10) / 10;
      if (size < 15.95) type.push(told(element, `${size} px`));
      sizes.add(round(size));
    }
    if (sizes.size > 6) type.push(`sizes: ${[...sizes].sort().join(', ')}`);

    const clipped: string[] = [];
    const mayEnd = (element: Element) => element.closest('.lines-1, .lines-2, .bar-button, [title]') !== null;
    for (const { element, rects } of texts) {
      for (let box: Element | null = element; box && box !== document.body; box = box.parentElement) {
        const style = getComputedStyle(box);
        const clips = (value: string) => value !== 'visible';
        if (!clips(style.overflowX) && !clips(style.overflowY)) continue;
        if (box instanceof SVGElement || mayEnd(element)) continue;
        const outer = box.getBoundingClientRect();
        // A whole row that does not fit is left out; a row cut in two is a fault.
        const isSeen = ({ left, right, top, bottom }: DOMRect) =>
          right > outer.left + 2 && left < outer.right - 2 && bottom - 6 > outer.top && top + 6 < outer.bottom;
        const cut = rects.some(
          (rect) =>
            isSeen(rect) &&
            ((clips(style.overflowX) && (rect.right > outer.right + 2 || rect.left < outer.left - 2)) ||
              (clips(style.overflowY) &&
                (rect.bottom - rect.height * 0.2 > outer.bottom || rect.top + rect.height * 0.2 < outer.top))),
        );
        if (cut) clipped.push(told(element, `in ${name(box)}`));
      }
      const off = rects.find((rect) => rect.right > innerWidth + 1 || rect.left < -1);
      if (off && !element.closest('.table-scroll')) clipped.push(told(element, 'outside the screen'));
    }

    // A tone mark over a vowel reaches above the letters' own height, and a box that clips may cut it off.
    const pen = document.createElement('canvas').getContext('2d')!;
    for (const box of document.querySelectorAll('.lines-1, .lines-2')) {
      if (isHidden(box) || !/[ก-๛]/.test(box.textContent ?? '')) continue;
      const style = getComputedStyle(box);
      pen.font = `${style.fontWeight} ${style.fontSize} ${style.fontFamily}`;
      const letters = pen.measureText(box.textContent ?? '');
      const height = letters.fontBoundingBoxAscent + letters.fontBoundingBoxDescent;
      const room = (parseFloat(style.lineHeight) - height) / 2 + parseFloat(style.paddingTop);
      const over = letters.actualBoundingBoxAscent - letters.fontBoundingBoxAscent - room;
      if (over > 0.5) clipped.push(told(box, `${round(over)} px of its marks`));
    }

    // A column narrower than a word breaks it where nobody reads a break: ตำแหน่|ง.
    const words = new Intl.Segmenter('th', { granularity: 'word' });
    for (const { element, text } of texts) {
      const cell = element.closest('.data-table :is(th, td)');
      if (!cell || element.closest('.lines-1, .lines-2')) continue;
      const style = getComputedStyle(element);
      pen.font = `${style.fontWeight} ${style.fontSize} ${style.fontFamily}`;
      const { paddingLeft, paddingRight } = getComputedStyle(cell);
      const room = cell.clientWidth - parseFloat(paddingLeft) - parseFloat(paddingRight) + 1;
      const longest = [...words.segment(text)].find(({ segment }) => pen.measureText(segment).width > room);
      if (longest) clipped.push(told(cell, `breaks “${longest.segment}”`));
    }

    const overlapping: string[] = [];
    // The letters, not the room kept above and below them.
    const lines = texts
      .flatMap(({ element, rects }) =>
        rects.map((rect) => ({
          element,
          left: rect.left + 1,
          // What ends in an ellipsis ends there, however long the text is.
          right:
            Math.min(
              rect.right,
              element.closest('.lines-1, .bar-button')?.getBoundingClientRect().right ?? rect.right,
            ) - 1,
          top: rect.top + rect.height * 0.28,
          bottom: rect.bottom - rect.height * 0.28,
        })),
      )
      .filter(({ left, right, top, bottom, element }) => {
        const x = (left + right) / 2;
        const y = (top + bottom) / 2;
        const hit = document.elementFromPoint(x, y);
        return hit !== null && (hit === element || hit.contains(element) || element.contains(hit));
      });
    for (const [index, one] of lines.entries())
      for (const other of lines.slice(index + 1))
        if (
          one.element !== other.element &&
          one.left < other.right &&
          other.left < one.right &&
          one.top < other.bottom &&
          other.top < one.bottom
        )
          overlapping.push(`${told(one.element)} over ${told(other.element)}`);

    const targets: string[] = [];
    const least = 44;
    const pressable = 'a[href], button, input:not([type="hidden"]), select, summary, [role="button"]';
    const middleOf = (element: Element) => {
      const box = element.getBoundingClientRect();
      return { x: box.left + box.width / 2, y: box.top + box.height / 2 };
    };
    const shown = [...document.querySelectorAll(pressable)].filter((target) => {
      const { x, y } = middleOf(target);
      if (isHidden(target) || target.getBoundingClientRect().width === 0) return false;
      if (x < 0 || y < 0 || x > innerWidth || y > innerHeight) return false;
      // A mark in a chart is labelled by the first tap, and stands in the chart's table too.
      if (target.closest('svg')) return false;
      // A link within a sentence is read before it is tapped; its line is its target.
      return !(target.closest('p, li.inline') && getComputedStyle(target).display === 'inline');
    });
    for (const target of shown) {
      const box = target.getBoundingClientRect();
      const { x, y } = middleOf(target);
      const isHit = (dx: number, dy: number) => {
        const hit = document.elementFromPoint(x + dx, y + dy);
        return (
          hit !== null && (hit === target || target.contains(hit) || (hit.contains(target) && hit.matches('label')))
        );
      };
      // How far a finger may be off, along one way: what surrounds a small word can be touched too.
      const reach = (stepX: number, stepY: number) => {
        let steps = 0;
        while (steps < least && isHit(steps * stepX, steps * stepY)) steps += 1;
        return steps;
      };
      // A hairline between two rows belongs to neither.
      const wide = box.width > least - 1 || reach(1, 0) + reach(-1, 0) >= least;
      const high = box.height > least - 1 || reach(0, 1) + reach(0, -1) >= least;
      if (!wide || !high) targets.push(told(target, `${round(box.width)}×${round(box.height)}`));
    }

    const apart: string[] = [];
    const pressedAt = (x: number, y: number) => {
      const hit = document.elementFromPoint(x, y);
      return hit?.closest(pressable) ?? hit?.closest('label')?.querySelector(pressable) ?? null;
    };
    // Where rows that a panel has no room for are clipped, a finger finds nothing of them.
    const found = new Set(
      shown.filter((target) => {
        const { x, y } = middleOf(target);
        return pressedAt(x, y) === target;
      }),
    );
    const isOneControl = (one: Element, other: Element) =>
      one.parentElement === other.parentElement && one.parentElement!.matches('.segmented');
    /** How many whole pixels lie between a target's end and the next one, to the right or below; null where 8 are free. */
    const roomBeside = (target: Element, isBelow: boolean, share: number) => {
      const box = target.getBoundingClientRect();
      const [start, end] = isBelow ? [box.top, box.bottom] : [box.left, box.right];
      const across = isBelow ? box.left + box.width * share : box.top + box.height * share;
      const at = (along: number) => (isBelow ? pressedAt(across, along) : pressedAt(along, across));
      // What surrounds a small word can be pressed too; what ends inside its row ends earlier.
      let edge = end + least / 2;
      while (edge > start && at(edge) !== target) edge -= 1;
      if (edge <= start) return null;
      // A pixel that two edges share belongs to either.
      for (let room = 0; room < 7; room += 1) {
        const next = at(edge + room + 1);
        if (next && next !== target && found.has(next) && !isOneControl(target, next)) return { room, next };
      }
      return null;
    };
    for (const target of found)
      for (const [isBelow, share] of [true, false].flatMap((way) =>
        [0.1, 0.5, 0.9].map((part) => [way, part] as const),
      )) {
        const near = roomBeside(target, isBelow, share);
        if (!near) continue;
        apart.push(`${told(target)} ${near.room} px ${isBelow ? 'above' : 'left of'} ${told(near.next)}`);
        break;
      }

    const probe = document.body.appendChild(document.createElement('i'));
    const canonical = (value: string) => {
      probe.style.color = '';
      probe.style.color = value;
      return getComputedStyle(probe).color;
    };
    const root = getComputedStyle(document.documentElement);
    const tokens = [
      'canvas panel hairline edge ink ink-2 accent achieved achieved-tint on-plan on-plan-tint at-risk at-risk-tint',
      'below-plan below-plan-tint no-data no-data-tint veil',
    ]
      .join(' ')
      .split(' ')
      .map((token) => canonical(root.getPropertyValue(`--${token}`)));
    probe.remove();
    const known = new Set(tokens);
    const colours = new Set<string>();
    const judge = (element: Element, property: string, value: string) => {
      if (value === 'none' || value.startsWith('url(') || /, 0\)$/.test(value) || known.has(value)) return;
      colours.add(`${name(element)} ${property} ${value}`);
    };
    for (const { element } of texts)
      judge(
        element,
        'text',
        element instanceof SVGElement ? getComputedStyle(element).fill : getComputedStyle(element).color,
      );
    for (const element of document.querySelectorAll('body, body *')) {
      if (isHidden(element)) continue;
      const style = getComputedStyle(element);
      if (element instanceof SVGGeometryElement) {
        judge(element, 'fill', style.fill);
        judge(element, 'stroke', style.stroke);
        continue;
      }
      if (element instanceof SVGElement) continue;
      judge(element, 'background', style.backgroundColor);
      for (const side of ['Top', 'Right', 'Bottom', 'Left'] as const)
        if (parseFloat(style[`border${side}Width`]) > 0) judge(element, 'border', style[`border${side}Color`]);
    }

    const { scrollHeight, scrollWidth } = document.documentElement;
    const scroll: string[] = [];
    if (scrollHeight > innerHeight + 1) scroll.push(`${scrollHeight} high in ${innerHeight}`);
    if (scrollWidth > innerWidth + 1) scroll.push(`${scrollWidth} wide in ${innerWidth}`);
    return { scroll, type, clipped, overlapping, targets, apart, colours: [...colours] };
  });
}
