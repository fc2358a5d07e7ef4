import { createTheme } from '@mantine/core';

/** Sizes for thumbs and for eyes of every age; the colours are in tokens.css. */
export const theme = createTheme({
  respectReducedMotion: true,
  fontFamily: 'var(--pl-font)',
  components: {
    InputWrapper: { defaultProps: { inputWrapperOrder: ['label', 'description', 'error', 'input'] } },
    TextInput: { defaultProps: { size: 'md' } },
    Textarea: { defaultProps: { size: 'md' } },
    NativeSelect: { defaultProps: { size: 'md' } },
  },
});
