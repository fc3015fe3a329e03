import {
  Button,
  createTheme,
  type CSSVariablesResolver,
  type MantineColorsTuple,
  Modal,
  ModalRoot,
} from '@mantine/core';

const teal: MantineColorsTuple = [
  '#e6f7f4',
  '#cdece7',
  '#9bdad0',
  '#66c7b8',
  '#3cb7a5',
  '#22ad99',
  '#149885',
  '#0b7a6f',
  '#07685f',
  '#00564d',
];

const dark: MantineColorsTuple = [
  '#e4e7ea',
  '#c3c9cf',
  '#98a2ad',
  '#6f7983',
  '#3a434b',
  '#2b3238',
  '#20262b',
  '#171b1f',
  '#101316',
  '#0b0d0f',
];

export const theme = createTheme({
  colors: { teal, dark },
  primaryColor: 'teal',
  primaryShade: { light: 7, dark: 7 },
  defaultRadius: 'sm',
  fontFamily: "'Inter Variable', system-ui, sans-serif",
  fontFamilyMonospace: 'var(--mono)',
  fontSizes: { xs: '12px', sm: '13px', md: '14px', lg: '16px', xl: '20px' },
  lineHeights: { md: '1.45' },
  respectReducedMotion: true,
  cursorType: 'pointer',
  components: {
    Button: Button.extend({ styles: { label: { fontWeight: 500 } } }),
    // To keep the page from scrolling, a dialog would have all of it styled anew.
    Modal: Modal.extend({ defaultProps: { lockScroll: false } }),
    ModalRoot: ModalRoot.extend({ defaultProps: { lockScroll: false } }),
  },
});

/** Lets Mantine's components use the meanings of tokens.css. */
export const variables: CSSVariablesResolver = () => {
  const shared = {
    '--mantine-color-body': 'var(--surface-raised)',
    '--mantine-color-text': 'var(--text)',
    '--mantine-color-dimmed': 'var(--text-dim)',
    '--mantine-color-default': 'var(--surface-raised)',
    '--mantine-color-default-hover': 'var(--surface-hover)',
    '--mantine-color-default-border': 'var(--border)',
    '--mantine-color-placeholder': 'var(--text-dim)',
    '--mantine-color-anchor': 'var(--accent)',
    '--mantine-color-error': 'var(--bad)',
  };
  return { variables: {}, light: shared, dark: shared };
};
