import { useVirtualizer } from '@tanstack/react-virtual';
import { useEffect, useRef } from 'react';
import type { Moment } from '../model/moments.js';
import { Time } from './Time.js';

interface Props {
  readonly moments: readonly Moment[];
  /** Counted from 1. */
  readonly at: number;
  readonly onChoose: (at: number) => void;
}

const ROW = 52;

/** What happened, in every room, oldest first; of thousands only those in sight are there. */
export function Timeline({ moments, at, onChoose }: Props) {
  const box = useRef<HTMLDivElement>(null);
  const rows = useVirtualizer({
    count: moments.length,
    getScrollElement: () => box.current,
    estimateSize: () => ROW,
    overscan: 10,
  });
  useEffect(() => rows.scrollToIndex(at - 1), [rows, at]);
  return (
    <div ref={box} className="timeline" role="group" aria-label="Timeline">
      <ol style={{ height: rows.getTotalSize() }}>
        {rows.getVirtualItems().map(({ index, start }) => {
          const { entry } = moments[index]!;
          const isShown = index === at - 1;
          return (
            <li
              key={`${entry.stream} ${entry.version}`}
              aria-setsize={moments.length}
              aria-posinset={index + 1}
              style={{ transform: `translateY(${start}px)`, height: ROW }}
            >
              <button type="button" aria-current={isShown} onClick={() => onChoose(index + 1)}>
                <strong>{entry.type}</strong>
                <span className="quiet">
                  {entry.room} · {entry.actor} · <Time at={entry.occurredAt} />
                </span>
              </button>
            </li>
          );
        })}
      </ol>
    </div>
  );
}
