# מה השתבש בניסיון, לפי קוד קבוע; מי יכול לתקן, ואיך.

## מי יכול לעשות משהו

code-by-end-user = בעלי החשבון
code-by-owner = צוות הפיתוח, בשרת או בהגדרות האינטגרציה
code-by-service = השירות
code-by-operator = מפעילי השרת הזה

## הקודים

code-fields-refused = מה שהוזן לא התאים לטופס
code-fields-refused-remedy = ליד כל שדה מוצג מה מצופה להזין בו. אם רבים נעצרים כאן, כדאי לשפר את ההסברים בטופס.
code-credentials-refused = השירות לא קיבל את פרטי הגישה שהוזנו
code-credentials-refused-remedy = נדרשים פרטי גישה אחרים או הרשאות נוספות בשירות. קוד הסטטוס שהשירות החזיר מופיע בשלב.
code-check-unclear = תשובת השירות אינה מעידה דבר על פרטי הגישה
code-check-unclear-remedy = ייתכן שהשירות אינו זמין, או שהכתובת שהוזנה אינה כתובתו. נסו שוב מאוחר יותר; אם זה נמשך, ייתכן שהבדיקה שבהגדרה אינה עדכנית.
code-check-impossible = ההגדרה והערכים אינם מאפשרים לבצע קריאת בדיקה
code-check-impossible-remedy = בדקו את הגדרת הספק: הפקודה connect-ui providers check מציינת מה חסר.
code-access-denied = בעלי החשבון לא אישרו את הגישה בשירות
code-access-denied-remedy = אין תקלה. אם רבים מסרבים, בקשו פחות הרשאות.
code-no-code = השירות החזיר את בעלי החשבון ללא קוד הרשאה
code-no-code-remedy = השוו את כתובת החזרה ואת ההרשאות למה שרשום בשירות.
code-approval-requested = ההתקנה עדיין ממתינה לאישור בשירות
code-approval-requested-remedy = בעלי הרשאה מתאימה מאשרים אותה שם, והחיבור מושלם מעצמו.
code-issuer-mismatch = התשובה לא הגיעה מהשרת שאליו נשלחה הבקשה
code-issuer-mismatch-remedy = לא בוצעה החלפה. אם זה חוזר, בדקו את המנפיק (issuer) שבהגדרה.
code-token-refused = השירות דחה את הבקשה לאסימון
code-token-refused-remedy = השגיאה שהשירות החזיר מופיעה בשלב. לרוב סוד הלקוח, כתובת החזרה או השעון אינם נכונים.
code-unable-to-parse-token-response = אי אפשר לקרוא את תשובת השירות
code-unable-to-parse-token-response-remedy = השירות ענה אחרת ממה שכתוב בהגדרה שלו. דווחו על כך למי שמתחזק את ההגדרה.
code-service-unreachable = השירות לא ענה
code-service-unreachable-remedy = נסו שוב מאוחר יותר. אם הוא אף פעם לא עונה, בדקו את הכתובת ואם השרת הזה רשאי לפנות אליה (CONNECT_UI_OUTBOUND_ALLOW).
code-provider-config-err = הלקוח או האפליקציה של האינטגרציה חסרים או לא מתקבלים
code-provider-config-err-remedy = פתחו את האינטגרציה והזינו את מזהה הלקוח ואת סוד הלקוח שהשירות מציג.
code-unknown-config-key = הגדרת הספק חסרה או אינה שלמה
code-unknown-config-key-remedy = הוסיפו את ההגדרה מחדש (CONNECT_UI_PROVIDERS) או מחקו את האינטגרציה.
code-auth-mode-err = אי אפשר לחבר את האינטגרציה הזו בדרך זו
code-auth-mode-err-remedy = השתמשו בקריאה או בדף שמתאימים לאופן הכניסה של הספק.
code-url-param-err = ערך הדרוש לכתובת השירות חסר או שגוי
code-url-param-err-remedy = בעלי החשבון מזינים אותו בטופס, או שהסשן קובע אותו מראש בשדה integrations_config_defaults.
code-foreign-installation = בעלי החשבון אינם רשאים לראות את ההתקנה שחזרה
code-foreign-installation-remedy = עליהם להיכנס לשירות עם החשבון שהתקין אותה.
code-connection-test-failed = השירות לא קיבל את פרטי הגישה של האינטגרציה
code-connection-test-failed-remedy = השוו את הגדרות האינטגרציה להגדרות בשירות.
code-unknown-connect-session-token = סשן החיבור אינו מוכר או שתוקפו פג
code-unknown-connect-session-token-remedy = השרת שלכם יוצר סשן חדש, זמן קצר לפני השימוש בו.
code-integration-not-allowed = הסשן אינו מאפשר את האינטגרציה הזו
code-integration-not-allowed-remedy = הוסיפו אותה לשדה allowed_integrations או ותרו עליו.
code-exchange-needs-connect-ui = אי אפשר להעביר את קוד הסשן דרך חלון קופץ של ה-SDK
code-exchange-needs-connect-ui-remedy = פתחו את Connect UI במקום לקרוא לפונקציה nango.auth או ותרו על השדה connect_ui.completion.
code-verification-required = הסשן דורש אימות זהות, וזה אפשרי רק דרך הקישור המתארח שלו
code-verification-required-remedy = שלחו לבעלי החשבון את הקישור connect_link של הסשן.
code-flow-expired = בעלי החשבון לא חזרו מהשירות בזמן
code-flow-expired-remedy = אפשר לנסות שוב. אם רבים אינם חוזרים, בדקו מה השירות מציג להם.
code-cancelled = בעלי החשבון ביטלו
code-cancelled-remedy = אין צורך לעשות דבר.
code-session-ended = בינתיים הסשן הסתיים או שהאינטגרציה נמחקה
code-session-ended-remedy = השרת שלכם יוצר סשן חדש.
code-connection-deleted = החיבור שהיה אמור להתחדש נמחק
code-connection-deleted-remedy = השרת שלכם יוצר סשן לחיבור חדש.
code-not-stored = מסד הנתונים לא שמר את החיבור
code-not-stored-remedy = מפעילי השרת הזה בודקים את היומן שלו ואת נקודת הבדיקה ready שלו.
code-unknown-err = אי אפשר היה ליצור את החיבור
code-unknown-err-remedy = מפעילי השרת הזה ימצאו את הסיבה ביומן שלו.
code-not-verified = הקוד מהדוא״ל היה שגוי
code-not-verified-remedy = בעלי החשבון מזינים את הקוד העדכני או מבקשים קוד אחר.
code-popup-blocked = הדפדפן חסם את החלון של השירות
code-popup-blocked-remedy = בעלי החשבון מאפשרים חלונות קופצים בדף שלכם. פתחו את החלון ישירות עם הלחיצה, בלי להמתין לדבר.
code-popup-closed = החלון של השירות נסגר לפני הסוף
code-popup-closed-remedy = אפשר לנסות שוב.
code-lookup-failed = לא ניתן היה לאתר ערך שקריאות זקוקות לו
code-lookup-failed-remedy = המערכת תנסה שוב כשהשרת שלכם יקרא את החיבור. שגיאות החיבור מציינות באיזה ערך מדובר.
code-refresh-token-external-error = לא ניתן היה לחדש את פרטי הגישה
code-refresh-token-external-error-remedy = אם זה נמשך, השירות סיים את הגישה, ועל בעלי החשבון להתחבר מחדש.
code-refresh-interrupted = תוצאת החידוש אינה ידועה
code-refresh-interrupted-remedy = ייתכן שהשירות החליף את האסימון. אם גם החידוש הבא ייכשל, על בעלי החשבון להתחבר מחדש.
