resume-title = המשיכו מהמקום שבו הפסקתם
resume-text = מה שהזנתם קודם כבר מולא. מפתחות וסיסמאות לעולם אינם נשמרים: הזינו אותם שוב.
resume-start-over = התחלה מחדש
resume-service = המשך עם { $service }
