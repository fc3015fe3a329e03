import { useEffect, useRef, useSyncExternalStore } from 'react';
import { createKeyReader, registry, type Command } from './registry';

/**
 * Makes a command known while the component is shown. Its keys then do it, `?` lists it and the palette
 * finds it; there is no other way to a shortcut.
 *
 * @param command may be new at each render; `null` while it cannot be done
 */
export function useCommand(command: Command | null): void {
  const latest = useRef(command);
  useEffect(() => {
    latest.current = command;
  });
  const { id, label, group, keys, whileEditing, keysOnly } = command ?? {};
  useEffect(() => {
    if (id === undefined || label === undefined || group === undefined) return undefined;
    return registry.add({
      id,
      label,
      group,
      ...(keys !== undefined && { keys }),
      ...(whileEditing !== undefined && { whileEditing }),
      ...(keysOnly !== undefined && { keysOnly }),
      run: () => latest.current?.run(),
    });
  }, [id, label, group, keys, whileEditing, keysOnly]);
}

/** All commands of what is shown. */
export function useCommands(): readonly Command[] {
  return useSyncExternalStore(registry.subscribe, registry.all);
}

/** Listens for keys; once, in the shell. */
export function useKeys(): void {
  useEffect(() => {
    const read = createKeyReader(registry.all);
    const listen = (event: KeyboardEvent) => {
      if (event.defaultPrevented || event.isComposing) return;
      const command = read(event);
      if (!command) return;
      event.preventDefault();
      command.run();
    };
    window.addEventListener('keydown', listen);
    return () => window.removeEventListener('keydown', listen);
  }, []);
}
