reconnect-who = سيُعاد ربط { $service } بتطبيق { $app } باسم { $person }.
reconnect-who-unnamed = سيُعاد ربط { $service } بتطبيق { $app } دون تحديد هوية المستخدم.
reconnect-trouble = سبب هذا الطلب
reconnect-refused-since = منذ { $date } لم يتمكن { $app } من تجديد وصوله إلى حسابك في { $service }. يحدث ذلك عند تغيير كلمة المرور أو سحب إذن الوصول هناك.
reconnect-refused = لم يتمكن { $app } من تجديد وصوله إلى حسابك في { $service }. يحدث ذلك عند تغيير كلمة المرور أو سحب إذن الوصول هناك.
reconnect-interrupted-since = في { $date } انقطع تجديد الوصول إلى حسابك في { $service }، وقد يكون الوصول فُقد بسبب ذلك.
reconnect-interrupted = انقطع تجديد الوصول إلى حسابك في { $service }، وقد يكون الوصول فُقد بسبب ذلك.
reconnect-look-up = لا يمكن لتطبيق { $app } قراءة كل ما يحتاج إليه من حسابك في { $service }.
reconnect-remedy = إعادة الربط تحل المشكلة. لا يتغير شيء آخر في { $app }.
reconnect-button = إعادة الربط
reconnect-no-input = لا حاجة إلى ملء أي شيء. يكفي اختيار «إعادة الربط»، وسنتولى الباقي.
reconnect-done-title = أُعيد ربط { $service }
reconnect-done-text = يمكن لتطبيق { $app } استخدامه من جديد.
reconnect-gone-title = لم يعد هذا الربط موجودًا
reconnect-gone-text = أزال تطبيق { $app } الربط المطلوب تجديده. يُرجى العودة إلى { $app } وربط حسابك هناك. إذا وصلت إلى هنا عبر رابط، فيُرجى طلب رابط جديد ممن أرسله.
reconnect-date = { $day } { $month ->
    [m1] يناير
    [m2] فبراير
    [m3] مارس
    [m4] أبريل
    [m5] مايو
    [m6] يونيو
    [m7] يوليو
    [m8] أغسطس
    [m9] سبتمبر
    [m10] أكتوبر
    [m11] نوفمبر
   *[m12] ديسمبر
} { $year }
