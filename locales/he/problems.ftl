summary-title = { $count ->
    [one] פרט אחד דורש תיקון
    [two] שני פרטים דורשים תיקון
   *[other] { $count } פרטים דורשים תיקון
}
summary-title-check = עדיין לא חובר

## ערך של שדה

problem-missing = יש להזין ״{ $label }״.
problem-missing-choice = יש לבחור ״{ $label }״.
problem-not-an-option = יש לבחור אחת מהאפשרויות של ״{ $label }״.
problem-pattern = זה לא נראה כמו ״{ $label }״. השוו לערך שמופיע ב-{ $service }.
problem-pattern-example = זה לא נראה כמו ״{ $label }״. הערך אמור להיראות כך: { $example }
problem-hostname = הזינו רק את שם המארח, למשל { $example }, בלי הקידומת https ובלי נתיב.
problem-uri = הזינו את הכתובת המלאה, עם הקידומת https בתחילתה.
problem-uuid = הזינו את המזהה על כל 36 התווים שלו, למשל { $example }
problem-email = הזינו כתובת דוא״ל, למשל name@example.com
problem-host-label = הזינו רק את החלק הראשון של הכתובת, למשל { $example } מתוך { $address }
problem-host-label-plain = הזינו רק את החלק של הכתובת ששייך לכאן: אותיות באנגלית, ספרות ומקפים.
problem-authority = הזינו רק שם מארח, ואם צריך גם יציאה, למשל { $example }
problem-too-long = זה ארוך מדי. הזינו עד { $max } תווים.

## מה תוקן בערך שהודבק

repairs-title = { $count ->
    [one] תיקנו את מה שהזנתם
    [two] תיקנו את מה שהזנתם בשני מקומות
   *[other] תיקנו את מה שהזנתם ב-{ $count } מקומות
}
repair-url-to-subdomain = ״{ $label }״: לקחנו את ״{ $value }״ מתוך הכתובת המלאה.
repair-trimmed-blanks = ״{ $label }״: הסרנו רווחים בהתחלה או בסוף.
repair-zero-width = ״{ $label }״: הסרנו תווים בלתי נראים.
repair-bearer-prefix = ״{ $label }״: הסרנו את המילה ״Bearer״, היא נוספת אוטומטית.
repair-pem-line-breaks = ״{ $label }״: שחזרנו את מעברי השורה.

## מה השירות אמר

check-refused = הפרטים האלה לא התקבלו ב-{ $service }. ודאו שהעתקתם כל אחד מהם במלואו ושהחשבון רשאי להשתמש ב-API.
check-refused-field = הערך ״{ $label }״ לא התקבל ב-{ $service }. ודאו שהעתקתם אותו במלואו ושהוא עדיין פעיל.
check-denied = הגישה נדחתה ב-{ $service } (קוד 403). בדקו מה הזנתם ואם קיימת הרשאה להשתמש ב-API.
check-status = התקבלה תשובה לא צפויה מ-{ $service } (קוד { $status }). בדקו מה הזנתם, או נסו שוב בעוד דקה.
check-no-token = התקבלה תשובה מ-{ $service }, אבל אי אפשר היה להיכנס עם הפרטים האלה. בדקו מה הזנתם.
check-unusable = התקבלה מ-{ $service } תשובה שאיננו יכולים לקרוא. בדקו מה הזנתם, או הודיעו למפעילי הדף הזה.
check-unreachable = לא הצלחנו להגיע אל { $host }. בדקו את הכתובת, או נסו שוב בעוד דקה.
check-timed-out = התשובה מ-{ $host } התעכבה יותר מדי. נסו שוב בעוד דקה.
check-forbidden-address = הכתובת { $host } היא כתובת פרטית שאיננו מתחברים אליה. הזינו את הכתובת הציבורית של החשבון שלכם ב-{ $service }.
check-tls = לא הצלחנו ליצור חיבור מאובטח אל { $host } כי האישור הדיגיטלי שם אינו תקין. בדקו את הכתובת, או הודיעו למפעילי השרת ההוא.
check-no-address = עם הפרטים האלה אין ל-{ $service } כתובת שאפשר לפנות אליה. בדקו מה הזנתם, או הודיעו למפעילי הדף הזה.
check-not-set-up = ההגדרה של { $service } כאן עדיין לא הושלמה, ולכן אי אפשר לחבר. הודיעו למפעילי הדף הזה; אין דבר שעליכם לשנות.
check-not-stored = לא הצלחנו לשמור, ולכן שום דבר לא חובר. נסו שוב בעוד דקה.
