/** Line drawings on a field of 16 by 16; each feature adds those that it needs. */
const PATHS = {
  overview: 'M2.5 13.5V9M6.2 13.5v-11M9.8 13.5V6M13.5 13.5V4',
  explorer: 'M7 12a5 5 0 1 0 0-10 5 5 0 0 0 0 10ZM10.7 10.7l3.3 3.3',
  templates: 'M2.5 4h11M2.5 8h4M9.5 8h4M2.5 12h7M12 12h1.5',
  settings: 'M2 4.5h7M12.5 4.5H14M10.7 2.8v3.4M2 11.5h1.5M7 11.5h7M5.3 9.8v3.4',
  docs: 'M3.5 2h6l3 3v9h-9ZM9.5 2v3h3M6 8.5h4M6 11h4',
  keyboard: 'M1.5 4h13v8h-13ZM4 6.7h.01M6.7 6.7h.01M9.3 6.7h.01M12 6.7h.01M5 9.5h6',
  copy: 'M5.5 5.5h8v8h-8ZM3.5 10.5h-1v-8h8v1',
  check: 'M3 8.5l3.3 3.3L13 4.7',
  clock: 'M8 14A6 6 0 1 0 8 2a6 6 0 0 0 0 12ZM8 4.7V8l2.2 1.5',
  back: 'M10 3 5 8l5 5',
  forward: 'M6 3l5 5-5 5',
  down: 'M4 6l4 4 4-4',
  close: 'M4 4l8 8M12 4l-8 8',
  refresh: 'M13.5 8A5.5 5.5 0 1 1 11.7 4M13.5 1.8v3h-3',
  plus: 'M8 3v10M3 8h10',
  alert: 'M8 2 14.5 13.5h-13ZM8 6.5v3M8 11.6v.1',
} as const;

export type IconName = keyof typeof PATHS;

/** A drawing that says nothing to those who hear the page; what it stands for needs a label. */
export function Icon({ name, size = 16 }: { readonly name: IconName; readonly size?: number }) {
  return (
    <svg
      width={size}
      height={size}
      viewBox="0 0 16 16"
      fill="none"
      stroke="currentColor"
      strokeWidth="1.5"
      strokeLinecap="round"
      strokeLinejoin="round"
      aria-hidden
    >
      <path d={PATHS[name]} />
    </svg>
  );
}
