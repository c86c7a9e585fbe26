import type { CardTexts, ScreenTexts } from '../../src/languages.ts'
import { plural } from '../../src/languages.ts'

const pieces = (count: number) => plural('he', count, { one: 'יחידה', two: 'יחידות', other: 'יחידות' })
const days = (count: number) => plural('he', count, { one: 'יום', two: 'ימים', other: 'ימים' })

const failed: ScreenTexts['failed'] = {
  offline: 'אין חיבור. בדקו את האינטרנט ונסו שוב.',
  timeout: 'החנות לא ענתה בזמן. נסו שוב מאוחר יותר.',
  unavailable: 'החנות לא עונה כרגע. נסו שוב בעוד דקה.',
  'rate-limited': 'יותר מדי בקשות ברצף. המתינו דקה ונסו שוב.',
  unauthorized: 'הכניסה לא אושרה. סגרו את הדף ופתחו אותו שוב.',
  'not-found': 'זה כבר לא נמצא בחנות.',
  invalid: 'החנות לא קיבלה את הנתונים. בדקו שהכול מולא נכון.',
  unknown: 'משהו השתבש. נסו שוב.',
}

/** What cards say in Hebrew. */
export const cards: CardTexts = {
  addToCart: 'הוספה לסל',
  inCart: (count) => `בסל: ${count}`,
  addMore: 'להוסיף עוד',
  choose: 'בחירה',
  soldOut: 'אזל מהמלאי',
  oldPrice: 'המחיר לפני ההנחה',
  from: 'החל מ־',
  loading: 'המוצר נטען',
  cardFailed: 'המוצר לא נטען',
  screenFailed: 'לא נפתח. בדקו את החיבור ונסו שוב',
  retry: 'לנסות שוב',
  cart: 'סל',
  pieces: (count) => plural('he', count, { one: 'מוצר', two: 'מוצרים', other: 'מוצרים' }),
}

/** Everything else in Hebrew. */
export const screens: ScreenTexts = {
  back: 'חזרה',
  close: 'סגירה',
  opening: 'נטען…',
  products: 'מוצרים',
  product: 'מוצר',
  failed,

  pictures: 'תמונות המוצר',
  picture: (index, count) => `תמונה ${index} מתוך ${count}`,
  enlarge: 'לתצוגה גדולה',
  availability: { 'in-stock': 'במלאי', 'few-left': 'נותרו מעט', 'sold-out': 'אזל מהמלאי' },
  noSuchVariant: 'אין צירוף כזה',
  unavailable: 'אזל',
  description: 'תיאור',
  attributes: 'פרטים',
  terms: 'הצעה, משלוח והחזרות',

  remove: 'הסרה',
  removed: 'הוסר',
  undo: 'החזרה',
  increase: (title) => `עוד: ${title}`,
  decrease: (title) => `פחות: ${title}`,
  quantity: (count) => `כמות: ${count}`,
  subtotal: 'מוצרים',
  promoCode: 'קוד הנחה',
  discount: 'הנחה',
  vat: 'כולל מע״מ',
  estimate: 'הערכה: החנות עוד מאשרת',
  cartEmpty: 'הסל ריק',
  cartEmptyHint: 'הוסיפו משהו והוא יופיע כאן.',
  toProducts: 'למוצרים',
  checkout: 'לתשלום',
  buyNow: 'קנייה עכשיו',
  belowMinimum: (minimum, missing) => `ההזמנה מתחילה מ־${minimum}: הוסיפו מוצרים בעוד ${missing}.`,
  cartOffline: 'אין חיבור. הסל נשמר ויישלח כשתחזרו לרשת.',
  cartFailed: 'הסל עוד לא הגיע לחנות.',

  checkoutTitle: 'הזמנה',
  contact: 'מקבל ההזמנה',
  contactFromHost: 'למלא מהפרופיל',
  name: 'שם',
  phone: 'טלפון',
  delivery: 'משלוח',
  deliveryLoading: 'בודקים אפשרויות משלוח…',
  days: (min, max) => (min === max ? days(max) : `${min}–${days(max)}`),
  free: 'חינם',
  address: 'כתובת',
  addressHint: 'עיר, רחוב, בית, דירה',
  payment: 'תשלום',
  paymentMethods: { cash: 'במסירה', card: 'בכרטיס באינטרנט' },
  paymentHints: { cash: 'במזומן או בכרטיס, כשההזמנה מגיעה', card: 'בדף המאובטח של הבנק' },
  consent: 'אני מסכים לעיבוד הפרטים האישיים שלי לביצוע ההזמנה',
  summary: 'ההזמנה שלך',
  total: 'סך הכול',
  counting: 'מחשבים…',
  deliveryLater: 'לאחר הבחירה',
  placeOrder: 'להזמין',
  problems: {
    name: { required: 'כתבו את שם המקבל', 'too-long': 'קצרו את השם: הוא ארוך מדי' },
    phone: { required: 'כתבו מספר טלפון', invalid: 'בדקו את המספר: לדוגמה, ‎+7 916 123-45-67' },
    delivery: { required: 'בחרו איך לקבל את ההזמנה' },
    address: { required: 'כתבו לאן לשלוח', 'too-long': 'קצרו את הכתובת: היא ארוכה מדי' },
    payment: { required: 'בחרו איך לשלם' },
    consent: { required: 'בלי הסכמתכם אי אפשר להעביר את ההזמנה לחנות' },
  },
  countAgain: 'לחשב שוב',

  placing: 'ההזמנה נשלחת',
  placingHint: 'זה לוקח כמה שניות.',
  checking: 'בודקים את ההזמנה',
  checkingHint: 'תשובת החנות עוד לא הגיעה. אין מה לעשות: לא תהיה הזמנה שנייה.',
  checkNow: 'לבדוק עכשיו',
  paying: 'נשאר צעד אחד: תשלום',
  payingHint: 'התשלום נפתח בדף של הבנק. ההזמנה נשמרה ולא תאבד.',
  openPayment: 'לתשלום',
  iPaid: 'שילמתי, לבדוק',
  payAgain: 'לשלם שוב',
  payLater: 'לשלם אחר כך',
  startPaymentFailed: {
    ...failed,
    'already-paid': 'ההזמנה כבר שולמה.',
    'not-payable': 'אי אפשר לשלם על ההזמנה הזו יותר.',
  },
  placed: 'ההזמנה התקבלה',
  placedHints: {
    cash: 'ההזמנה אצל החנות. משלמים במסירה.',
    card: 'ההזמנה והתשלום אצל החנות.',
  },
  unfinished: 'יש הזמנה שלא הסתיימה',
  goOn: 'להמשיך',
  done: 'סיום',

  order: 'הזמנה',
  orders: 'הזמנות',
  wishList: 'המועדפים',
  wish: 'לשמור לאחר כך',
  seller: 'מוכר',
  orderNumber: 'מספר הזמנה',
  orderStates: {
    'awaiting-payment': 'ממתינה לתשלום',
    confirmed: 'התקבלה בחנות',
    shipped: 'בדרך',
    delivered: 'נמסרה',
    cancelled: 'בוטלה',
  },
  paid: 'שולם',

  aside: {
    search: 'חיפוש מוצרים',
    categories: 'קטגוריות',
    allCategories: 'הכול',
    nothingFound: 'לא נמצא דבר',
    nothingFoundHint: 'נסו מילים אחרות או קטגוריה אחרת.',
    showAll: 'להציג את כל המוצרים',
    showMore: 'להציג עוד',
    listFailed: 'המוצרים לא נטענו',

    adjustments: 'הסל השתנה',
    acknowledge: 'הבנתי',
    adjusted(adjustment, money) {
      switch (adjustment.code) {
        case 'capped':
          return `„${adjustment.title}”: נותרו רק ${pieces(adjustment.available)} מתוך ${adjustment.requested}.`
        case 'gone':
          return `„${adjustment.title}” כבר לא נמכר והוסר מהסל.`
        case 'repriced':
          return `„${adjustment.title}”: המחיר היה ${money(adjustment.before)} ועכשיו ${money(adjustment.after)}.`
        case 'refused':
          return `„${adjustment.title}”: החנות לא קיבלה את השינוי.`
        case 'merged':
          return `הסלים אוחדו: נוספו ${pieces(adjustment.pieces)}, ${adjustment.dropped} נשארו בחוץ.`
      }
    },

    sort: 'מיון',
    sorts: { featured: 'לפי החנות', 'cheap-first': 'מהזול ליקר', 'dear-first': 'מהיקר לזול' },
    filters: 'סינון',
    chosenFilters: 'הסינון שנבחר',
    removeFilter: (filter) => `להסיר את הסינון: ${filter}`,
    resetFilters: 'לאפס',
    filtersFailed: 'הסינון לא נטען',
    price: 'מחיר',
    priceFrom: 'מ־',
    priceTo: 'עד',
    priceRange: (min, max) => [min, max].filter(Boolean).join(' – '),
    priceProblems: { 'not-a-price': 'כתבו מחיר בספרות', 'above-maximum': 'המחיר הנמוך גבוה מהמחיר הגבוה' },
    inStockOnly: 'במלאי',
    allValues: (count) => `להציג את כל ה־${count}`,
    showFound: (count) => `להציג ${count} מוצרים`,
    showList: 'להציג מוצרים',

    returns: 'החזרות',
    offer: 'תנאי המכירה',
    privacy: 'מדיניות הפרטיות',
    sellerTerms: 'תנאי המוכר',
    allOfSeller: 'כל המוצרים של המוכר',

    applyPromo: 'להפעיל',
    removePromo: (code) => `להסיר את הקוד ${code}`,
    promoDropped: (promo) => `הקוד ${promo.promoCode} לא תקף.`,

    wishListEmpty: 'אין מועדפים',
    wishListEmptyHint: 'שמרו כאן את מה שתרצו לחזור אליו.',
    inWishList: 'במועדפים',
    unwish: 'להסיר',
    removeWish: (title) => `להסיר מהמועדפים: ${title}`,
    wished: (title) => `במועדפים: ${title}`,
    moved: (title) => `בסל: ${title}`,
    noLongerSold: 'כבר לא נמכר',

    refusals: {
      'cart-empty': 'הסל ריק: הוסיפו מוצרים וחזרו להזמין.',
      'sold-out': 'לחנות אין מספיק מאלה:',
      'checkout-used': 'ההזמנה הזו כבר בוצעה. היא ברשימת ההזמנות שלכם.',
    },
    priceChanged: (_before, after) => `הסכום הוא עכשיו ${after}. אם זה מתאים, לחצו שוב על „להזמין”.`,
    shortLine: (title, left) => (left === 0 ? `„${title}” — לא נותרו` : `„${title}” — נותרו ${pieces(left)}`),
    fitCart: 'לקחת את מה שנותר',
    contactRefused: {
      denied: 'לא שיתפתם את המספר. זה בסדר: כתבו שם וטלפון בעצמכם.',
      unsupported: 'הפרופיל לא זמין כאן. כתבו שם וטלפון בעצמכם.',
      timeout: 'הפרופיל לא ענה. כתבו שם וטלפון בעצמכם.',
      outside: 'הפרופיל לא זמין כאן. כתבו שם וטלפון בעצמכם.',
      'rate-limited': 'יותר מדי בקשות לפרופיל. כתבו שם וטלפון בעצמכם.',
      invalid: 'הפרטים מהפרופיל לא התאימו. כתבו שם וטלפון בעצמכם.',
      unknown: 'הפרטים מהפרופיל לא הגיעו. כתבו שם וטלפון בעצמכם.',
    },
    unpaid: 'התשלום לא עבר',
    unpaidReasons: {
      declined: 'הבנק דחה את התשלום. לא נלקח כסף: נסו כרטיס אחר.',
      'authentication-failed': 'האישור של הבנק נכשל. לא נלקח כסף.',
      cancelled: 'סגרתם את דף התשלום. לא נלקח כסף.',
      expired: 'הזמן לתשלום עבר. לא נלקח כסף.',
    },
    unpaidHint: 'ההזמנה נשמרה ואפשר לשלם עליה שוב.',
    searchPoints: 'חיפוש נקודת איסוף',
    pointsFound: (count) => `נמצאו: ${count}`,
    ordersEmpty: 'עוד אין הזמנות',
    order: 'הזמנה מס׳',
    placedAt: (iso) => new Date(iso).toLocaleString('he', { dateStyle: 'long', timeStyle: 'short' }),
    refunds: { due: 'חוזר אליכם:', done: 'הוחזר אליכם:' },
    cancelOrder: 'לבטל את ההזמנה',
    addressRefused: 'בפרופיל אין כתובת: כתבו אותה בעצמכם.',
    pay: 'לשלם',
    reorder: 'להזמין שוב',
    gone: (titles) => `כבר לא נמכרים: ${titles.join(', ')}. השאר בסל.`,
    forget: 'למחוק את הנתונים שלי',
    forgetHint:
      'החנות מוחקת את הסל, השם, הטלפון והכתובות. מההזמנות נשארים אצלה המוצרים והסכומים, וכאן הן לא יופיעו עוד.',
    forgotten: 'הנתונים שלכם נמחקו.',
    forgetFailed: ({ orders }) => `אי אפשר לפני שאלה שולמו והתקבלו: ${orders.join(', ')}.`,
    orderLink: 'להעתיק קישור להזמנה',
    orderLinkHint: 'מי שיש לו הקישור יכול לראות, לשלם ולבטל את ההזמנה.',
    linkCopied: 'הועתק',

    zoomIn: 'להגדיל',
    zoomOut: 'להקטין',
    nextPicture: 'התמונה הבאה',
    previousPicture: 'התמונה הקודמת',
    pictureFailed: 'התמונה לא נטענה',
  },
}
