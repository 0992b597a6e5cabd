# סביב הדפים של השירות עצמו: יציאה, המתנה, חזרה.

leaving-title = מעבר אל { $service }
leaving-text = אם שום דבר לא קורה, לחצו על הכפתור.
ready-title = המשיכו ב-{ $service }
ready-text = הדף של { $service } ייפתח בחלון נפרד. הדף הזה ימתין לכם.
away-title = ממתינים ל-{ $service }
away-text = השלימו את הפעולה בחלון שנפתח. הדף הזה יתעדכן מעצמו.
away-text-here = עברתם אל { $service } ועדיין לא סיימתם שם.
away-again = פתיחה חוזרת של { $service }
away-cancel = ביטול
exchange-title = מחברים את { $service }
exchange-text = רק רגע: אנחנו מבקשים מ-{ $service } את הפרט האחרון.
result-close = אפשר לסגור את החלון הזה ולחזור אל { $app }.
result-close-window = סגירת החלון
interstitial-title = לחבר את { $service }?
interstitial-text = איננו יכולים לדעת מאין הגיע הקישור שהביא אתכם לכאן. המשיכו רק אם ביקשתם זאת בעצמכם ב-{ $app }.
resubmit-title = מסיימים
resubmit-text = רק רגע.
resubmit-continue = המשך

flow-denied = הגישה לא אושרה ב-{ $service }. אם לא התכוונתם לכך, נסו שוב ואשרו אותה שם.
flow-approval = נדרש עדיין אישור של מנהלי החשבון ב-{ $service }. בקשו מהם לאשר, ואז חברו שוב.
flow-no-answer = לא התקבלה בזמן תשובה מ-{ $service }. נסו שוב בעוד כמה דקות.
flow-refused = הכניסה לא התקבלה ב-{ $service }. נסו שוב; אם זה יחזור, הצוות של { $app } יזדקק למספר האסמכתה.
flow-owner = החיבור אל { $service } לא הוגדר כראוי. רק הצוות של { $app } יכול לתקן זאת: מסרו לו את מספר האסמכתה.
flow-definition-changed = הדרך אל { $service } השתנתה בזמן ששהיתם שם. דבר לא חובר. נסו שוב.
flow-values = אי אפשר להגיע אל { $service } עם הערכים האלה. בדקו מה הזנתם ונסו שוב.
flow-foreign-installation = ההתקנה הזו ב-{ $service } שייכת לחשבון אחר, ולכן לא חוברה. היכנסו אל { $service } עם חשבון שרשאי לראות אותה ונסו שוב.
flow-other-server = התשובה לא הגיעה מהשרת שאליו הפנינו אתכם, ולכן לא השתמשנו בה. נסו שוב.
flow-too-late = הפעולה ב-{ $service } ארכה יותר מדי זמן. נסו שוב; יש לכם חצי שעה.
flow-cancelled = הפעולה בוטלה. שום דבר לא חובר.
flow-not-stored = התקבל אישור מ-{ $service }, אבל לא ניתן היה לשמור את החיבור. נסו שוב בעוד דקה.
flow-unknown = לא ניתן היה לחבר את { $service }. נסו שוב בעוד דקה.

flow-closed-browser-title = סיימו במקום שבו התחלתם
flow-closed-browser-text = החיבור הזה התחיל בדפדפן אחר או בחלון אחר. חזרו לשם; לשם הגנה עליכם אי אפשר להשלים אותו כאן.
flow-closed-used-title = הפעולה כבר הושלמה
flow-closed-used-text = הקישור לחזרה מהשירות תקף לפעם אחת בלבד. אפשר לסגור את החלון הזה ולחזור אל { $app }.
flow-closed-expired-title = זה ארך יותר מדי זמן
flow-closed-expired-text = הזמן לחיבור הזה תם. סגרו את החלון, חזרו אל { $app } והתחילו מחדש.
flow-closed-unknown-title = החיבור הזה אינו מוכר לנו
flow-closed-unknown-text = הכתובת שהביאה אתכם לכאן אינה שלמה או אינה שלנו. חזרו אל { $app } והתחילו מחדש.
flow-start-used-title = כבר נעשה שימוש בכפתור הזה
flow-start-used-text = חזרו אל { $app }: הדף שם מציג את המצב הנוכחי.
