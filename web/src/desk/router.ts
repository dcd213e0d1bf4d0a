import { createRouter, createWebHashHistory } from 'vue-router';
import Home from './Home.vue';
import RegisterList from './RegisterList.vue';
import RowEdit from './RowEdit.vue';
import RowPage from './RowPage.vue';

/** The address of everything that a person may want to send to a colleague. */
export const router = createRouter({
  history: createWebHashHistory(),
  scrollBehavior: (to, from, saved) => (to.path === from.path ? false : (saved ?? { top: 0 })),
  routes: [
    { path: '/', component: Home },
    { path: '/profile', component: () => import('./Profile.vue') },
    { path: '/signals', component: () => import('../boards/SignalsPage.vue') },
    { path: '/r/:reg/import', component: () => import('./ImportPage.vue'), props: true },
    {
      path: '/r/:reg',
      component: RegisterList,
      props: true,
      children: [{ path: 'new', component: RowEdit, props: true }],
    },
    {
      path: '/r/:reg/:id(\\d+)',
      component: RowPage,
      props: true,
      children: [{ path: 'edit', component: RowEdit, props: true }],
    },
    { path: '/:rest(.*)*', component: () => import('./NotFound.vue') },
  ],
});
