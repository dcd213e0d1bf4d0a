import { createRouter, createWebHashHistory } from 'vue-router';
import Home from './Home.vue';
import RegisterList from './RegisterList.vue';
import RowEdit from './RowEdit.vue';
import RowPage from './RowPage.vue';

declare module 'vue-router' {
  interface RouteMeta {
    /** menu: bar and menu; wide: bar, the menu behind its button; bare: the page alone. */
    frame?: 'menu' | 'wide' | 'bare';
  }
}

/** The address of everything that a person may want to send to a colleague. */
export const router = createRouter({
  history: createWebHashHistory(),
  scrollBehavior: (to, from, saved) => (to.path === from.path ? false : (saved ?? { top: 0 })),
  routes: [
    { path: '/', component: Home },
    { path: '/profile', component: () => import('./Profile.vue') },
    { path: '/desk', component: () => import('../alarm/DeskPage.vue'), meta: { frame: 'wide' } },
    { path: '/wall', component: () => import('../alarm/WallPage.vue'), meta: { frame: 'bare' } },
    { path: '/shift', component: () => import('../alarm/ShiftPage.vue') },
    { path: '/shift/:id(\\d+)', component: () => import('../alarm/ShiftSheet.vue'), props: true },
    { path: '/plans', component: () => import('../alarm/PlanPage.vue') },
    { path: '/plans/:id(\\d+)', component: () => import('../alarm/PlanEdit.vue'), props: true },
    { path: '/alarm/:id(\\d+)', component: () => import('../alarm/RecordPage.vue'), props: true },
    { path: '/signals', component: () => import('../boards/SignalsPage.vue') },
    { path: '/unknown', component: () => import('../boards/UnknownPage.vue') },
    { path: '/supervision', component: () => import('../boards/SupervisionPage.vue') },
    { path: '/service-mode', component: () => import('../boards/ServicePage.vue') },
    { path: '/rules', component: () => import('../boards/RulePage.vue') },
    { path: '/held', component: () => import('../boards/HeldPage.vue') },
    { path: '/faults', component: () => import('../boards/FaultsPage.vue') },
    { path: '/statistics', component: () => import('../stat/StatPage.vue') },
    { path: '/staffing', component: () => import('../stat/StaffingPage.vue') },
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
