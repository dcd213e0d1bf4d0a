import { createApp } from 'vue';
import { startPrefs } from '../core/prefs';
import App from './App.vue';
import { router } from './router';
import '../ui/theme.css';

startPrefs();
createApp(App).use(router).mount('#app');
