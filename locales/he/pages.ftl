## המסגרת של כל דף

back = חזרה
close = סגירה
help = עזרה
badge = מאובטח על ידי Nango
reference = מספר אסמכתה: { $reference }
reference-hint = מסרו את המספר הזה לתמיכה, וכך אפשר יהיה לברר מה קרה.
error-prefix = שגיאה:
opens-in-new-tab = נפתח בכרטיסייה חדשה
try-again = ניסיון חוזר
done = סיום

leave-title = לצאת בלי לחבר?
leave-text = מה שהזנתם יאבד.
leave-stay = להישאר כאן
leave-go = לצאת

time-text = הזמן של הדף הזה יסתיים בעוד חמש דקות.
time-extend = הארכה ב-30 דקות
time-extended = בוצע. יש לכם עוד 30 דקות.
time-failed = לא ניתן היה להאריך את הזמן. מה שהזנתם עדיין כאן.

## נפתח ללא סשן

waiting-title = חיבור החשבון שלכם
waiting-text = רק רגע…
bare-title = הכתובת הזו נפתחת מתוך אפליקציה
bare-text = כאן מחברים חשבונות בשירותים אחרים, כשאפליקציה מבקשת זאת. חזרו לאפליקציה ובחרו שם את החיבור, או פתחו את הקישור שקיבלתם.
unopened-title = האפליקציה לא פתחה את הדף הזה כראוי
unopened-text = סגרו אותו ונסו שוב באפליקציה. אם זה לא עוזר, הודיעו לצוות של { $app }.
refusal-title = אי אפשר להציג את הדף הזה כאן
refusal-text = הכתובת { $origin } אינה ברשימת הכתובות שרשאיות להציג אותו, ולכן שום דבר לא נפתח ושום מידע לא נמסר.
refusal-admin = אם אתם מפעילים את האפליקציה הזו: הוסיפו את הכתובת תחת ״Environment settings״, ואז ״Connect UI״, ואז ״Allowed origins״.

## בחירת שירות

picker-title = מה תרצו לחבר?
picker-to = החיבור יתבצע אל { $app } בתור { $person }.
picker-to-unnamed = החיבור יתבצע אל { $app } ללא ציון שם משתמש.
picker-search = חיפוש
picker-count = { $count ->
    [one] שירות אחד
    [two] שני שירותים
   *[other] { $count } שירותים
}
picker-empty = אין כאן שירות בשם ״{ $query }״.
picker-nothing = אין כאן שירות בשם הזה.
picker-all = הצגת הכול
no-integrations-title = עדיין אין מה לחבר
no-integrations-text = ב-{ $app } עדיין לא הוגדרו שירותים. הצוות של האפליקציה יכול להוסיף אותם.

## תוצאות

done-title = החיבור אל { $service } הושלם
done-text = מעכשיו האפליקציה { $app } יכולה להשתמש בו.
done-close = אפשר לסגור את הדף הזה.
done-another = חיבור חשבון נוסף
failure-title = החיבור אל { $service } לא הושלם
expired-title = הזמן של הדף הזה תם
expired-text = הוא תם בשעה { $time }. חזרו אל { $app } והתחילו מחדש.
expired-text-plain = חזרו אל { $app } והתחילו מחדש.
expired-who = אם הגעתם לכאן דרך קישור, בקשו קישור חדש ממי שקיבלתם אותו ממנו.
finished-title = זה כבר בוצע
finished-text = החיבור אל { $service } הושלם. לא נותר מה לעשות כאן.
finished-text-plain = החשבון מחובר. לא נותר מה לעשות כאן.
not-found-title = אין דף בכתובת הזו
not-found-text = ייתכן שהקישור אינו שלם. העתיקו אותו במלואו, או חזרו אל { $app } והתחילו מחדש.
error-title = משהו השתבש אצלנו
error-text = זה לא קרה בגללכם. נסו שוב בעוד דקה.
error-busy-title = זה היה קצת מהר מדי
error-busy-text = הדף הזה נטען פעמים רבות בזמן קצר. המתינו דקה ונסו שוב.
error-maintenance-title = מיד נחזור
error-maintenance-text = השירות אינו זמין כרגע. נסו שוב בעוד דקה.
error-ended-title = הדף הזה אינו בשימוש עוד
error-ended-text = האפליקציה { $app } סגרה אותו. חזרו אל { $app } והתחילו מחדש.
error-browser-title = הדף הזה פתוח במקום אחר
error-browser-text = הוא שייך לדפדפן שבו הקישור נפתח לראשונה. המשיכו שם, או פתחו כאן שוב את הקישור.
error-large-title = זה יותר מדי לטופס הזה
error-large-text = אחד השדות מכיל הרבה יותר ממה שהוא צריך. חזרו ובדקו מה הדבקתם.
error-unsupported-title = דרך החיבור הזו עדיין אינה נתמכת
error-unsupported-text = שום דבר לא חובר. הצוות של { $app } יכול לבחור דרך אחרת לחבר את השירות הזה.
