import type { ConfigData } from 'html-validate';

/** What valid HTML is here: the standard, and what readers with assistive technology rely on. Style of writing is Prettier's. */
export const validHtml: ConfigData = {
  root: true,
  extends: ['html-validate:standard', 'html-validate:a11y', 'html-validate:document'],
  rules: {
    'no-inline-style': 'error',
    'no-dup-id': 'error',
    'heading-level': ['error', { allowMultipleH1: false }],
    'no-missing-references': 'error',
    'no-implicit-button-type': 'error',
    'valid-id': ['error', { relaxed: true }],
    'long-title': 'off',
    'require-sri': 'off',
    'no-trailing-whitespace': 'off',
    'void-style': 'off',
    'attribute-boolean-style': 'off',
    'attribute-empty-style': 'off',
    'no-raw-characters': ['error', { relaxed: true }],
    // `role="list"` gives lists without bullets their meaning back in Safari.
    'no-redundant-role': 'off',
    'prefer-native-element': ['error', { exclude: ['list', 'search'] }],
  },
};
