import { createApp } from 'vue';
import { startPrefs } from '../core/prefs';
import App from './App.vue';
import { startDuty } from './duty';
import { startWork } from './work';
import '../ui/theme.css';
import './phone.css';

startPrefs();
createApp(App).mount('#app');
if ('serviceWorker' in navigator) void navigator.serviceWorker.register('/sw.js', { scope: '/m' });
void navigator.storage?.persist?.();
startDuty();
void startWork();
