## הדף של המשתמשים

manage-title = החשבונות המחוברים שלכם
manage-to = החשבונות שהאפליקציה { $app } יכולה להשתמש בהם בתור { $person }.
manage-to-unnamed = החשבונות שהאפליקציה { $app } יכולה להשתמש בהם.
manage-empty = עדיין לא חובר דבר אל { $app }.
manage-attention-count = { $count ->
    [one] חשבון אחד דורש טיפול.
    [two] שני חשבונות דורשים טיפול.
   *[other] { $count } חשבונות דורשים טיפול.
}
manage-works = פועל
manage-unchecked = טרם נבדק
manage-awaited = בהמתנה ל-{ $service }
manage-attention = דורש טיפול
manage-since = מחובר מאז { $since }. עדיין לא היה בשימוש.
manage-since-used = מחובר מאז { $since }. שימוש אחרון: { $used }.
manage-granted = הגישה שניתנה
manage-reconnect = חיבור מחדש
manage-reconnect-name = חיבור מחדש של { $name }
manage-rename = שינוי שם
manage-rename-name = שינוי שם: { $name }
manage-disconnect = ניתוק
manage-disconnect-name = ניתוק של { $name }
manage-connect-first = חיבור חשבון
manage-back = חזרה לחשבונות שלכם

manage-rename-title = שם לחשבון שלכם ב-{ $service }
manage-name = שם
manage-name-hint = שם שיהיה לכם קל לזהות, למשל ״צוות התמיכה״. אם תשאירו ריק, יוצג השם של השירות.
manage-name-long = השם יכול להכיל עד { $max } תווים. קצרו אותו.
manage-save = שמירה
manage-saving = שומרים…

manage-disconnect-title = לנתק את החשבון שלכם ב-{ $service }?
manage-disconnect-text = האפליקציה { $app } לא תוכל עוד להשתמש בחשבון הזה, ומה שהיא שמרה לצורך הכניסה אליו יימחק.
manage-disconnect-service = נבקש גם מ-{ $service } לסיים את הגישה, אם הדבר אפשרי שם. החשבון עצמו ב-{ $service } יישאר כפי שהוא.
manage-disconnecting = פונים אל { $service }…
manage-keep = להשאיר מחובר
manage-receipt-title = החשבון ב-{ $service } נותק
manage-receipt-here = האפליקציה { $app } אינה יכולה עוד להשתמש בחשבון הזה. מה שנשמר לצורך הכניסה אליו נמחק.
manage-receipt-revoked = התקבל אישור מ-{ $service } שהגישה הסתיימה גם שם.
manage-receipt-partly = חלק מהגישה הסתיים ב-{ $service }. השאר יסתיים מעצמו בתום תוקפו. ליתר ביטחון, אפשר לסיים את הגישה שם בעצמכם.
manage-receipt-not-offered = אין ב-{ $service } דרך שמאפשרת לנו לסיים שם את הגישה. אם מסרתם מפתח או סיסמה, מחקו או שנו אותם שם.
manage-receipt-failed = ביקשנו גם מ-{ $service } לסיים את הגישה, אבל לא התקבל אישור. אפשר לסיים אותה שם בעצמכם.
manage-receipt-link = מעבר אל { $service }
