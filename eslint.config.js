import tseslint from 'typescript-eslint';
import { constantSql } from './scripts/lint/constant-sql.mjs';

const message = 'At most 4 parameters; gather them in an object.';
const parameters = [
  { selector: ':matches(FunctionDeclaration, ArrowFunctionExpression)[params.length>4]', message },
  { selector: "MethodDefinition[kind!='constructor'] > FunctionExpression[params.length>4]", message },
  { selector: "MethodDefinition[kind='constructor'] > FunctionExpression[params.length>7]", message },
];
const sizes = {
  'max-depth': ['error', 3],
  'max-lines': ['error', { max: 300 }],
  'max-lines-per-function': ['error', { max: 40, skipComments: true, skipBlankLines: true }],
  // Not `max-params`: the constructor of an injectable is a list of collaborators.
  'no-restricted-syntax': ['error', ...parameters],
};

/** A command that only looks must start nothing; so nothing starts but as a part of an activity. */
const startsByItself = {
  selector: "MethodDefinition[key.name='onApplicationBootstrap']",
  message: 'Use @PartOf(activity) and start(), so that a process which only looks does not start it.',
};

/** On Node 20 every promise of the process pays for it: an eighth of what an order costs (ADR 142). */
const followsPromises = ['node:async_hooks', 'async_hooks'].map((name) => ({
  name,
  message: 'Pass on what is needed; only traces that are recorded follow promises.',
}));

/** A setting is declared, checked and documented once; what is read beside it is none of these. */
const settingsElsewhere = {
  object: 'process',
  property: 'env',
  message: 'Declare it in src/platform/settings.ts and take it from CONFIG.',
};

const typed = {
  '@typescript-eslint/no-floating-promises': 'error',
  '@typescript-eslint/no-misused-promises': ['error', { checksVoidReturn: { arguments: false } }],
  '@typescript-eslint/await-thenable': 'error',
  '@typescript-eslint/return-await': ['error', 'error-handling-correctness-only'],
  '@typescript-eslint/only-throw-error': 'error',
  '@typescript-eslint/no-explicit-any': 'error',
  '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_' }],
  '@typescript-eslint/switch-exhaustiveness-check': ['error', { considerDefaultExhaustiveForUnions: true }],
  '@typescript-eslint/ban-ts-comment': 'error',
  eqeqeq: ['error', 'always', { null: 'ignore' }],
};
const unsafe = {
  '@typescript-eslint/no-unsafe-assignment': 'error',
  '@typescript-eslint/no-unsafe-call': 'error',
  '@typescript-eslint/no-unsafe-return': 'error',
};

const specs = ['**/*.spec.ts', '**/*.int-spec.ts', '**/*.e2e-spec.ts', 'test/**/*.ts'];
const typescript = {
  extends: [tseslint.configs.base],
  languageOptions: { parserOptions: { project: './tsconfig.json', tsconfigRootDir: import.meta.dirname } },
  plugins: { waybill: { rules: { 'constant-sql': constantSql } } },
};

export default tseslint.config(
  { ignores: ['dist/**', 'dist.*/**', 'node_modules/**', '.data/**', 'coverage/**'] },
  // No exceptions in comments: a rule that needs one is the wrong rule.
  { linterOptions: { noInlineConfig: true } },
  { files: ['src/**/*.ts', 'test/**/*.ts'], ...typescript, rules: { ...sizes, ...typed } },
  {
    files: ['src/**/*.ts'],
    ignores: [...specs, 'src/platform/testing/**'],
    rules: { ...unsafe, 'no-console': 'error', 'waybill/constant-sql': 'error' },
  },
  {
    files: ['src/**/*.ts'],
    ignores: ['src/platform/activities/activities.ts'],
    rules: { 'no-restricted-syntax': ['error', ...parameters, startsByItself] },
  },
  {
    files: ['src/**/*.ts'],
    ignores: [
      ...specs,
      'src/platform/testing/**',
      'src/cli/**',
      'src/platform/config.ts',
      'src/platform/dot-env.ts',
    ],
    rules: { 'no-restricted-properties': ['error', settingsElsewhere] },
  },
  {
    files: ['src/**/*.ts'],
    ignores: ['src/platform/tracing/otel.ts'],
    rules: { 'no-restricted-imports': ['error', { paths: followsPromises }] },
  },
  {
    files: ['web/**/*.{ts,tsx}'],
    extends: [tseslint.configs.base],
    languageOptions: {
      parserOptions: { project: './web/tsconfig.json', tsconfigRootDir: import.meta.dirname },
    },
    rules: {
      ...sizes,
      // Half of a component is what it looks like.
      'max-lines-per-function': ['error', { max: 60, skipComments: true, skipBlankLines: true }],
      ...typed,
      ...unsafe,
    },
  },
  // A table, of a schema or of a saga's steps, is as long as it is.
  { files: ['**/migrations/*.ts', '**/*.saga.ts'], rules: { 'max-lines-per-function': 'off' } },
  { files: specs, rules: { 'max-lines': ['error', { max: 400 }], 'max-lines-per-function': 'off' } },
  { files: ['**/*.js', '**/*.mjs', '**/*.cjs'], rules: sizes },
);
