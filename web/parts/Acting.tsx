import { createContext, useCallback, useContext, useRef, useState, type ReactNode } from 'react';
import { verbOf, type Action } from '../model/verbs.js';
import { ActionDialog, type Done } from './ActionDialog.js';
import { Toasts } from './Toasts.js';

const Act = createContext<(action: Action) => void>(() => undefined);

/** Opens the one dialog through which everything is done. */
export const useAct = () => useContext(Act);

/** Whatever is done on any screen is seen, chosen, previewed and done here. */
export function Acting({ by, children }: { readonly by: string; readonly children: ReactNode }) {
  const [action, setAction] = useState<Action>();
  const [done, setDone] = useState<readonly Done[]>([]);
  const trigger = useRef<Element | null>(null);
  const open = useCallback((chosen: Action) => {
    trigger.current = document.activeElement;
    setAction(chosen);
  }, []);
  const close = useCallback(() => {
    setAction(undefined);
    // Back to the button; where it has gone with what was mended, to the screen.
    requestAnimationFrame(() => {
      const back = trigger.current?.isConnected ? trigger.current : document.getElementById('main');
      if (back instanceof HTMLElement) back.focus();
    });
  }, []);
  const tell = useCallback((result: Done) => setDone((before) => [...before.slice(-2), result]), []);
  const forget = (one: Done) => setDone((before) => before.filter((each) => each !== one));
  return (
    <Act value={open}>
      {children}
      <Toasts
        done={done}
        onClose={forget}
        onUndo={(one) => {
          forget(one);
          open({ rel: verbOf(one.action.rel).inverse!, targets: one.inverse });
        }}
      />
      {action && (
        <ActionDialog key={JSON.stringify(action)} action={action} by={by} onClose={close} onDone={tell} />
      )}
    </Act>
  );
}

/** A button for something that can be done. */
export function ActButton({ action, isMain }: { readonly action: Action; readonly isMain?: boolean }) {
  const act = useAct();
  const { label } = verbOf(action.rel);
  const count = action.targets.length;
  const [first] = action.targets;
  const name = `${label}: ${first?.name}`;
  const text = count > 1 ? `${label}, all ${count}` : first?.name.startsWith('all ') ? name : label;
  return (
    <button
      type="button"
      className={isMain ? 'main' : ''}
      aria-haspopup="dialog"
      aria-label={count > 1 ? `${text} of this cause` : name}
      data-stop={isMain ? '' : undefined}
      onClick={() => act(action)}
    >
      {text}
    </button>
  );
}
