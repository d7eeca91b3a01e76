import { WayOn } from './way-on.tsx';

export const title = 'Way on';
export const why = 'A link that stands alone and leads on.';
export const examples = { 'One link': () => <WayOn href="#ui-way-on">All conditions</WayOn> };
