import './events.subscription.ts';
