/**
 * Sizes of the app icon in pixels: lists and menus at scales 1, 1.5, 2 and 3 (16 to 48), Firefox's list of add-ons (48,
 * 64, 96), the Chrome Web Store and notifications (128).
 */
export const APP_ICON_SIZES = [16, 24, 32, 48, 64, 96, 128] as const;
