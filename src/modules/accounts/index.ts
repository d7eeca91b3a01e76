export { limitsAbout } from './limits.ts';
export { createOutboxRoutes } from './outbox.routes.tsx';
export { createSignInRoutes, type AccountServices } from './sign-in.routes.tsx';
