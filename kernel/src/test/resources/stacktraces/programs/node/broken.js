const total = (1 + ;
