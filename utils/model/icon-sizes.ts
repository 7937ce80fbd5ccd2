/**
 * Of the app's own icon, in pixels: lists and menus at one, one and a half, two and three times the size (16 to 48), Firefox's
 * list of add-ons (48, 64, 96), the Chrome Web Store and notifications (128).
 */
export const APP_ICON_SIZES = [16, 24, 32, 48, 64, 96, 128] as const;
