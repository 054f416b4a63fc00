export const themes = ['system', 'light', 'dark'] as const;
export type Theme = (typeof themes)[number];

const KEY = 'waybill-theme';

export const chosenTheme = (): Theme =>
  themes.find((theme) => theme === localStorage.getItem(KEY)) ?? 'system';

export function applyTheme(theme = chosenTheme()): void {
  localStorage.setItem(KEY, theme);
  document.documentElement.style.colorScheme = theme === 'system' ? 'light dark' : theme;
}
