reconnect-who = חיבור מחדש של { $service } אל { $app } בתור { $person }.
reconnect-who-unnamed = חיבור מחדש של { $service } אל { $app } ללא ציון שם משתמש.
reconnect-trouble = הסיבה לבקשה
reconnect-refused-since = מאז { $date } לא ניתן לחדש את הגישה של { $app } לחשבון שלכם ב-{ $service }. זה קורה כשסיסמה הוחלפה או כשהגישה בוטלה שם.
reconnect-refused = לא ניתן לחדש את הגישה של { $app } לחשבון שלכם ב-{ $service }. זה קורה כשסיסמה הוחלפה או כשהגישה בוטלה שם.
reconnect-interrupted-since = ב-{ $date } נקטע חידוש הגישה לחשבון שלכם ב-{ $service }, וייתכן שהגישה אבדה בעקבות זאת.
reconnect-interrupted = חידוש הגישה לחשבון שלכם ב-{ $service } נקטע, וייתכן שהגישה אבדה בעקבות זאת.
reconnect-look-up = האפליקציה { $app } אינה יכולה לקרוא את כל מה שהיא צריכה מהחשבון שלכם ב-{ $service }.
reconnect-remedy = חיבור מחדש פותר את זה. שום דבר אחר לא משתנה ב-{ $app }.
reconnect-button = חיבור מחדש
reconnect-no-input = אין מה למלא. לחצו על ״חיבור מחדש״, ואנחנו נעשה את השאר.
reconnect-done-title = החיבור אל { $service } חודש
reconnect-done-text = האפליקציה { $app } יכולה להשתמש בו שוב.
reconnect-gone-title = החיבור הזה כבר לא קיים
reconnect-gone-text = האפליקציה { $app } הסירה את החיבור שהיה אמור להתחדש. חזרו אל { $app } וחברו שם את החשבון שלכם. אם הגעתם לכאן דרך קישור, בקשו קישור חדש ממי שקיבלתם אותו ממנו.
reconnect-date = { $day } { $month ->
    [m1] בינואר
    [m2] בפברואר
    [m3] במרץ
    [m4] באפריל
    [m5] במאי
    [m6] ביוני
    [m7] ביולי
    [m8] באוגוסט
    [m9] בספטמבר
    [m10] באוקטובר
    [m11] בנובמבר
   *[m12] בדצמבר
} { $year }
