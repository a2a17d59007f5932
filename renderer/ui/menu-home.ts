/** Id of the place in the top bar where menus are drawn, so that they stay inside a landmark of the page. */
export const MENU_HOME_ID = 'menu-home';

export const menuHome = (): HTMLElement => document.getElementById(MENU_HOME_ID) ?? document.body;
